"""What is counted: the register's lines, the numbers made from them, the yearly report."""
