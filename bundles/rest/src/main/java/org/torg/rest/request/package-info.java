/** What customers ask for and staff decide, and how customers come by themselves. */
@NullMarked
package org.torg.rest.request;

import org.jspecify.annotations.NullMarked;
