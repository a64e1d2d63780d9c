/** Pages that become documents. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.document;
