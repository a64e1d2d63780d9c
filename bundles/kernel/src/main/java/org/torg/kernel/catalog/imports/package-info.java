/**
 * Imports of products and prices from CSV. A file is stored first; a job then surveys it (encoding, separator, decimal sign),
 * judges every row, and makes all good rows visible in one transaction. Memory stays bounded whatever the size of the file.
 */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.catalog.imports;
