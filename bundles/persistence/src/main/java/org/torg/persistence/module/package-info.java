/** Published module sets. */
@NullMarked
package org.torg.persistence.module;

import org.jspecify.annotations.NullMarked;
