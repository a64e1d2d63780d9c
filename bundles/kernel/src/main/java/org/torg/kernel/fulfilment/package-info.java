/** What leaves the vendor. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.fulfilment;
