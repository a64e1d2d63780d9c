/** The people of the back office. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.staff;
