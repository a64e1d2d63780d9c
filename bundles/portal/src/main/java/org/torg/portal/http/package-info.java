/** The servlet: from a request to the page that answers it, and back. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.http;
