/** Large content in a folder. */
@NullMarked
package org.torg.persistence.blob;

import org.jspecify.annotations.NullMarked;
