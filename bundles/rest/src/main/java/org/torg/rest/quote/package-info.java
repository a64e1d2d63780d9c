/** Project lists and quotes over HTTP. */
@NullMarked
package org.torg.rest.quote;

import org.jspecify.annotations.NullMarked;
