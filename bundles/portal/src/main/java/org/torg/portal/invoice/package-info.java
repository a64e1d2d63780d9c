/** Invoices. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.invoice;
