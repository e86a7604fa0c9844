import type { HomeView } from '@cobid/domain/home/schema.ts';
import { queryOptions } from '@tanstack/react-query';
import { http } from './http.ts';

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => http.get<HomeView>('/home', {}, signal),
});
