"""A made-up police zone with questions in every state, so that a newcomer sees what the portal is for."""
