/** The first page of who has signed in. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.overview;
