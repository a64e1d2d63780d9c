/** How the tus protocol 1.0.0 names things, for both doors by which files come: the API's and the portal's. */
@org.jspecify.annotations.NullMarked
package org.torg.http.upload;
