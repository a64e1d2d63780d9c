/** Favourites: what people order again and again. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.favourite;
