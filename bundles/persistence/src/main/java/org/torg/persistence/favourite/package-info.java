/** Favourites. */
@NullMarked
package org.torg.persistence.favourite;

import org.jspecify.annotations.NullMarked;
