/** The work of the staff on orders. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.order;
