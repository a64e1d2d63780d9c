/** Placed orders. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.order;
