/** Who did what. */
@NullMarked
package org.torg.rest.audit;

import org.jspecify.annotations.NullMarked;
