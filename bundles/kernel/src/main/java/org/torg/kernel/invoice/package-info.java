/** Invoices: computed from what was shipped, issued once, never changed. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.invoice;
