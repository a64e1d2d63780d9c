/** What staff send. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.shipment;
