/** Invoices as staff see them. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.invoice;
