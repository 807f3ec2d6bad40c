/** What a developer instance that nobody has used for a while answers to everything, with status 200. */
export const hibernatingPage =
  '<html><body><div class="instance-hibernating-page">Your instance is hibernating</div></body></html>';
