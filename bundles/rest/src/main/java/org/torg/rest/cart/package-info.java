/** Carts. */
@NullMarked
package org.torg.rest.cart;

import org.jspecify.annotations.NullMarked;
