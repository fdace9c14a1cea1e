"""The people who answer: joining, the directory, being away, their texts and what they may look back on."""
