/** Which capabilities are here, which have been, and what they are called. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.capability;
