/** Files that customers send: taken piece by piece, checked, cleaned of names, kept for whoever refers to them. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.upload;
