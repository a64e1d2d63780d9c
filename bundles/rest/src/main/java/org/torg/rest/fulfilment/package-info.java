/** Shipments. */
@NullMarked
package org.torg.rest.fulfilment;

import org.jspecify.annotations.NullMarked;
