/** Keys of people. */
@NullMarked
package org.torg.persistence.privacy;

import org.jspecify.annotations.NullMarked;
