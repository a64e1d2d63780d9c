/** Project lists and quotes. */
@NullMarked
package org.torg.persistence.quote;

import org.jspecify.annotations.NullMarked;
