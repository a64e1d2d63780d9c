/** Search in the catalogue, and how its index follows the database. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.catalog.search;
