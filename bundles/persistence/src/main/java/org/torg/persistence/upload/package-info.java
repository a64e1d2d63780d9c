/** Uploads. */
@NullMarked
package org.torg.persistence.upload;

import org.jspecify.annotations.NullMarked;
