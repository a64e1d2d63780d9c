/** Carts, from the first line to the order. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.cart;
