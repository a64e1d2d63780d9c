/** What customers ask for, and what staff decide. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.office.request;
