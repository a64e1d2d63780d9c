/** Jobs and imports. */
@NullMarked
package org.torg.persistence.job;

import org.jspecify.annotations.NullMarked;
