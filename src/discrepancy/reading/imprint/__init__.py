"""Who printed a pasted page, and when: outlet, address, day."""
