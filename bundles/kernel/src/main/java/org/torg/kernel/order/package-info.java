/** Placed orders: how one comes to be, and the one place where it changes state. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.order;
