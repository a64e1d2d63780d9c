/** Invoices. */
@NullMarked
package org.torg.rest.invoice;

import org.jspecify.annotations.NullMarked;
