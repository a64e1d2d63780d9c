/** What staff offer. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.quote;
