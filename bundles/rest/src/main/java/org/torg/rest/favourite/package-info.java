/** Favourites. */
@NullMarked
package org.torg.rest.favourite;

import org.jspecify.annotations.NullMarked;
