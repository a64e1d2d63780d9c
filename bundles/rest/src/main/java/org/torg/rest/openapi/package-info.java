/** The description of this API for machines. */
@NullMarked
package org.torg.rest.openapi;

import org.jspecify.annotations.NullMarked;
