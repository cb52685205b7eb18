"""Files of every format, into the documents that they hold."""
