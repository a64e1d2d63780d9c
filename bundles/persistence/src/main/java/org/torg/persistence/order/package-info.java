/** Orders, shipments and number series. */
@NullMarked
package org.torg.persistence.order;

import org.jspecify.annotations.NullMarked;
