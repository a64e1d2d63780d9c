/** Pages become PDF documents. */
@NullMarked
package org.torg.connectors.pdf;

import org.jspecify.annotations.NullMarked;
