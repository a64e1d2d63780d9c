/** Invoices. */
@NullMarked
package org.torg.persistence.invoice;

import org.jspecify.annotations.NullMarked;
