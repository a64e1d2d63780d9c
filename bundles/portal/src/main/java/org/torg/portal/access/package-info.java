/** Signing in and out, and for whom somebody is here. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.access;
