/** What customers ask for and staff decide, and who wants to become a customer. */
@org.jspecify.annotations.NullMarked
package org.torg.persistence.request;
