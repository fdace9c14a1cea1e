"""A made-up police zone with questions in every state: what the portal is for, at one look."""
