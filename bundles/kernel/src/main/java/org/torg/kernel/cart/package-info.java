/** Carts, until they become orders. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.cart;
