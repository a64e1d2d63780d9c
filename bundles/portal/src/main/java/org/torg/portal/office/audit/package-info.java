/** Who did what, for staff. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.audit;
