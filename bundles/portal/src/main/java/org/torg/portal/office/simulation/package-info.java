/** What a customer would pay, for staff who ask. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.simulation;
