"""What whoever runs an instance, or its daily timer, does with it."""
