/** Project lists and quotes: what is planned, what is offered for it, and ordering at the offered prices. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.quote;
