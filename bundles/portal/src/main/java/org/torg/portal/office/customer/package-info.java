/** The customers, as the staff of the vendors see and keep them. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.customer;
